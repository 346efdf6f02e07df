"""WHAT IS LEARNED FROM AND KEPT. The learning itself is `app.triage`; this reads its material and keeps its result."""
