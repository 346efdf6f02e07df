"""The people, groups, sites and services of the made-up company."""

import tomllib
from dataclasses import dataclass, field
from typing import Any

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.resources import resource_path
from app.models.people import person
from app.services.desk import Desk
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor

HOME_ZONE = "Europe/London"


def seed() -> dict[str, Any]:
    """The texts of the demo desk."""
    return tomllib.loads(resource_path("seed", "demo.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Company:
    """Who and what there is, by name; `lead` is the person whom the window signs in."""

    desk: Desk
    lead: Actor
    people: dict[str, Actor] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    callers: list[str] = field(default_factory=list)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    site_of: dict[str, str] = field(default_factory=dict)

    def id_of(self, kind: str, name: str) -> str:
        """The identifier of a site, group, service, item or category (a subcategory is named `category/name`)."""
        return self.ids[kind, name]


def found_company(desk: Desk, data: dict[str, Any]) -> Company:
    """Make everybody and everything that the seed names."""
    lead = _first_person(desk, next(iter(data["desk"])), data)
    company = Company(desk, lead)
    desk.settings_admin.set_text(lead, "organisation", data["organisation"])
    desk.settings_admin.set_text(lead, "desk_name", data["desk_name"])
    for name, zone in data["sites"].items():
        company.ids["site", name] = desk.people_admin.add_site(lead, name, zone)
    _add_people(company, data)
    for name, about in data["groups"].items():
        members = tuple(company.people[member].person_id for member in about["members"])
        company.ids["group", name] = desk.people_admin.add_group(lead, name, about["tier"], members)
        company.members[name] = about["members"]
    _add_catalogue(company, data)
    with desk.store.reading() as connection:
        company.people = {name: load_actor(connection, who.person_id) for name, who in company.people.items()}
    company.lead = company.people[lead.name]
    return company


def _first_person(desk: Desk, name: str, data: dict[str, Any]) -> Actor:
    lead = Actor(desk.new_id(), name, Role.ADMIN, time_zone=HOME_ZONE)
    row = {
        "id": lead.person_id,
        "name": name,
        "role": Role.ADMIN.value,
        "job_title": data["desk"][name][1],
        "email": _mail(name),
        "time_zone": HOME_ZONE,
    }
    with desk.store.writing(lead) as work:
        work.connection.execute(person.insert(), row)
    return lead


def _add_people(company: Company, data: dict[str, Any]) -> None:
    company.people[company.lead.name] = company.lead
    for name, (role, title) in data["desk"].items():
        if name != company.lead.name:
            _add_person(company, NewPerson(company.desk.new_id(), name, job_title=title, role=Role(role)))
    notes = data["handling"]
    for index, (name, (title, site, vip)) in enumerate(data["callers"].items()):
        site_id = company.id_of("site", site)
        phone = f"+44 1632 960{101 + index}"
        _add_person(
            company,
            NewPerson(
                company.desk.new_id(),
                name,
                job_title=title,
                site_id=site_id,
                vip=vip,
                phone=phone,
                handling_note=notes.get(name, ""),
            ),
        )
        company.callers.append(name)
        company.site_of[name] = site_id


def _add_person(company: Company, new: NewPerson) -> None:
    whole = NewPerson(
        new.id,
        new.name,
        _mail(new.name),
        new.phone,
        new.job_title,
        new.role,
        new.site_id,
        new.vip,
        "en",
        HOME_ZONE,
        new.handling_note,
    )
    company.desk.people_admin.add_person(company.lead, whole)
    company.people[new.name] = Actor(new.id, new.name, new.role)


def _mail(name: str) -> str:
    plain = name.lower().replace("é", "e").replace("á", "a").replace(" ", ".")
    return f"{plain}@alderbrook.example"


def _add_catalogue(company: Company, data: dict[str, Any]) -> None:
    admin, lead = company.desk.people_admin, company.lead
    for name, (group, criticality) in data["services"].items():
        company.ids["service", name] = admin.add_service(lead, name, company.id_of("group", group), criticality)
    for name, (kind, service) in data["items"].items():
        company.ids["item", name] = admin.add_configuration_item(lead, name, kind, company.id_of("service", service))
    for name, below in data["categories"].items():
        company.ids["category", name] = admin.add_category(lead, name)
        for each in below:
            company.ids["category", f"{name}/{each}"] = admin.add_category(lead, each, company.id_of("category", name))
