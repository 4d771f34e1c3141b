"""A store of returns takes each return once, whole, and gives the same results however it was filled."""

from itertools import permutations
from pathlib import Path

import pytest
from returns_kit import CALENDAR, FILES, FIRST, SECOND, THIRD, changed, import_all, results

from engine.calendar import FundingYear, Return
from engine.ilr.problems import IlrFileError
from engine.ilr.xml import read_message
from engine.returns import ReturnCalendarError, Returned, in_order
from engine.returns.people import files_of, people
from engine.returns.problems import ReturnRefusedError
from engine.returns.store import ReturnStore


def test_records_come_back_equal_but_for_who_the_learner_is() -> None:
    with ReturnStore.open() as store:
        import_all(store)
        held = [one for person in people([store]) for one in person]
    for file in FILES:
        message = read_message(file)
        of_file = {one.learner.learn_ref_number: one for one in held if _is_of(one, file)}
        names = (
            "family_name",
            "given_names",
            "ni_number",
            "postcode",
            "add_line1",
            "add_line2",
            "tel_no",
            "email",
        )
        unknown = {
            one.model_copy(update={name: "-" for name in names if getattr(one, name)})
            for one in message.learner
        }
        assert {one.learner for one in of_file.values()} == unknown
        for destination in message.learner_destinationand_progression:
            assert of_file[destination.learn_ref_number].destination == destination


def _is_of(one: Returned, file: Path) -> bool:
    return f"-{one.ukprn}-{one.returned_in.year.code}-{one.file_date:%Y%m%d}" in file.name


def test_the_order_of_import_changes_nothing() -> None:
    found = []
    for files in permutations(FILES[:3]):
        with ReturnStore.open() as store:
            import_all(store, files)
            found.append(results(store))
    assert all(one == found[0] for one in found)
    assert found[0][0]


def test_persons_come_with_their_returns_in_order_of_closing() -> None:
    with ReturnStore.open() as store:
        import_all(store, reversed(FILES))
        everyone = list(people([store]))
        assert [str(one.returned_in.name) for one in files_of([store])] == ["R12", "R14", "R03", "R03"]
        parts = [list(people([store], part, 3)) for part in range(3)]
    assert all(person == in_order(person) for person in everyone)
    cross_year = next(person for person in everyone if person[0].learner.learn_ref_number == "S04")
    assert [one.returned_in.name for one in cross_year] == ["R12", "R14", "R03"]
    assert sorted(len(part) for part in parts) == [11, 11, 11]
    assert [person for three in zip(*parts, strict=True) for person in three] == everyone


def test_a_shared_number_joins_learners_of_two_providers(tmp_path: Path) -> None:
    uln = read_message(FIRST).learner[0].uln
    other_uln = read_message(FILES[3]).learner[0].uln
    shared = changed(FILES[3], tmp_path / "shared.xml", str(other_uln), str(uln))
    with ReturnStore.open() as store:
        import_all(store, [FIRST, shared])
        first = next(people([store]))
    assert [one.ukprn for one in first] == [10000201, 10000209]


def test_the_temporary_number_joins_nobody(tmp_path: Path) -> None:
    other_uln = read_message(FILES[3]).learner[0].uln
    temporary = changed(FILES[3], tmp_path / "temporary.xml", str(other_uln), "9999999999")
    with ReturnStore.open() as store:
        import_all(store, [FIRST, temporary])
        assert all(len({one.ukprn for one in person}) == 1 for person in people([store]))


def test_the_same_content_twice_is_taken_once() -> None:
    with ReturnStore.open() as store:
        assert store.import_file(FIRST, CALENDAR).outcome == "imported"
        again = store.import_file(FIRST.read_bytes(), CALENDAR)
        assert again.outcome == "already there"
        assert again.file.name == FIRST.name
        assert len(store.files()) == 1


def test_other_content_needs_replace(tmp_path: Path) -> None:
    other = changed(FIRST, tmp_path / "other.xml", "<PlanLearnHours>90<", "<PlanLearnHours>91<")
    with ReturnStore.open() as store:
        import_all(store)
        before = results(store)
        with pytest.raises(ReturnRefusedError, match=r"R12 of 2023/24 of 10000201 already.*--replace"):
            store.import_file(other, CALENDAR)
        assert {one.name for one in store.files()} == {one.name for one in FILES}
        assert store.import_file(other, CALENDAR, replace=True).outcome == "replaced"
        hours = {
            one.learner.plan_learn_hours
            for person in people([store])
            for one in person
            if one.returned_in.number == 12
        }
        assert hours == {91}
        assert len(store.files()) == 4
        assert results(store) == before


def test_a_file_of_no_return_is_refused(tmp_path: Path) -> None:
    late = changed(
        SECOND, tmp_path / "late.xml", "<FilePreparationDate>2024-10-14", "<FilePreparationDate>2024-10-18"
    )
    early = changed(
        THIRD, tmp_path / "early.xml", "<FilePreparationDate>2024-10-31", "<FilePreparationDate>2024-07-31"
    )
    unknown = changed(THIRD, tmp_path / "unknown.xml", "2024-25", "2025-26")
    unknown = changed(unknown, unknown, "<Year>2425<", "<Year>2526<")
    with ReturnStore.open() as store:
        with pytest.raises(ReturnCalendarError, match="the last, R14, closed on 17/10/2024"):
            store.import_file(late, CALENDAR)
        with pytest.raises(ReturnCalendarError, match="the year begins on 01/08/2024"):
            store.import_file(early, CALENDAR)
        with pytest.raises(ReturnCalendarError, match="no return of 2025/26"):
            store.import_file(unknown, CALENDAR)
        assert not store.files()


def test_a_faulty_file_leaves_nothing_behind(tmp_path: Path) -> None:
    text = FIRST.read_text(encoding="utf-8")
    cut = tmp_path / "cut.xml"
    cut.write_text(text[: len(text) // 2], encoding="utf-8")
    with ReturnStore.open() as store:
        with pytest.raises(IlrFileError):
            store.import_file(cut, CALENDAR)
        assert not store.files()
        assert not list(people([store]))
        store.import_file(FIRST, CALENDAR)


def test_another_closing_day_of_a_return_is_refused() -> None:
    from engine.returns import ReturnCalendar

    third = Return(FundingYear(2024), 3)
    moved = ReturnCalendar({**CALENDAR.closing_dates, third: CALENDAR.closes(third).replace(day=7)})
    with ReturnStore.open() as store:
        store.import_file(THIRD, CALENDAR)
        with pytest.raises(ReturnRefusedError, match="closing on 06/11/2024"):
            store.import_file(FILES[3], moved)


def test_a_later_store_takes_the_place_of_a_return(tmp_path: Path) -> None:
    draft_file = changed(THIRD, tmp_path / "draft.xml", "<LearnRefNumber>S06<", "<LearnRefNumber>S66<")
    with ReturnStore.open() as store, ReturnStore.open() as draft:
        import_all(store)
        draft.import_file(draft_file, CALENDAR)
        refs = {one.learner.learn_ref_number for person in people([store, draft]) for one in person}
        assert "S66" in refs and "S06" not in refs
        assert len(files_of([store, draft])) == 4
