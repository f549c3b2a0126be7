"""Names as texts print them: whose they are, whom short forms and pronouns mean."""

from rhetoric.naming.people import Naming, People, Person, people

__all__ = ["Naming", "People", "Person", "people"]
