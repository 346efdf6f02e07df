"""Words of English and German that say nothing of what a case is about, however often they stand in it."""

from typing import Final

_ENGLISH: Final = """
the and for not but with from this that these those are was were has have had can cannot could does did will would its
his her our their your you they she who what when where which why how all any some one two every each again about after
before since until into onto over under than then there here also only just very still now out off says said ask asks
asked get gets got see sees seen start started starts stop want wants need needs please hello today yesterday morning
help work works working use used using don doesn didn isn aren wasn won couldn wouldn hasn haven
"""
_GERMAN: Final = """
der die das den dem des ein eine einen einem einer und oder aber nicht mit von vom zum zur bei auf aus ist sind war hat
haben wird werden kann man ich wir sie ihr sein seine nach vor seit bis noch nur auch schon sehr hier dort wenn dann als
wie was wer bitte heute gestern
"""

LITTLE_WORDS: Final = frozenset((_ENGLISH + _GERMAN).split())
