from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.errors import Usage
from deskui.settings import Settings, default_file, read_settings, sqlite_url
from deskui.store.engine import database_path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def refusal(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Usage) as refused:
        read_settings(file, environment={})
    return refused.value.sentence


def test_nothing_set_gives_the_default_places(tmp_path: Path) -> None:
    settings = read_settings(environment={})
    place = database_path(settings.database_url)
    assert place is not None
    assert place.name == "deskui.sqlite3"
    assert place.is_relative_to(tmp_path)
    assert settings.drafts_folder.is_relative_to(tmp_path)
    assert settings == Settings()


def test_the_default_file_is_read_where_the_system_keeps_settings() -> None:
    default_file().parent.mkdir(parents=True)
    default_file().write_text('desk = "Returns"\n')
    assert read_settings(environment={}).desk == "Returns"


def test_flags_win_over_environment_and_environment_over_file(file: Path) -> None:
    file.write_text('database = "sqlite:///file"\ndesk = "from file"\ntheme = "nord"\n')
    environment = {"DESKUI_DATABASE": "sqlite:///environment", "DESKUI_DESK": "from environment"}
    assert read_settings(file, environment=environment).database_url == "sqlite:///environment"
    settings = read_settings(file, "sqlite:///flag", environment)
    assert (settings.database_url, settings.desk, settings.theme) == (
        "sqlite:///flag",
        "from environment",
        "nord",
    )


def test_an_empty_variable_counts_as_not_set(file: Path) -> None:
    file.write_text('desk = "Returns"\n')
    assert read_settings(file, environment={"DESKUI_DESK": ""}).desk == "Returns"


def test_keys_may_be_one_text_or_a_list(file: Path) -> None:
    file.write_text('[keys]\nnote = "ctrl+o"\nkeys = ["f1", "f11"]\n')
    settings = read_settings(file, environment={})
    assert settings.key_overrides == {"note": "ctrl+o", "keys": "f1,f11"}


def test_drafts_may_begin_with_a_tilde(file: Path) -> None:
    file.write_text('drafts = "~/drafts"\n')
    assert read_settings(file, environment={}).drafts_folder == Path.home() / "drafts"


def test_an_unknown_setting_names_file_and_key(file: Path) -> None:
    said = refusal(file, 'databse = "x"\n')
    assert str(file) in said
    assert "'databse'" in said
    assert "database" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("desk = 3\n", "desk must be text in quotes, not a whole number"),
        ('frames_per_second = "fast"\n', "frames_per_second must be a whole number, not text in quotes"),
        ("keys = 1\n", "keys must be a table, not a whole number"),
        ("[keys]\nhelp = 1\n", "keys must be text in quotes or a list of them, not a whole number"),
        ('[keys]\nnotte = "w"\n', "[keys] notte is not a command"),
        ('[keys]\nopen = "w"\n', "[keys] open cannot be changed"),
        ('[keys]\nnote = "c"\n', "[keys] gives c to both log and note"),
        ("frames_per_second = 0\n", "frames_per_second must be between 1 and 1000, not 0"),
        ("desk = \n", "(at line 1, column 8)"),
        ('theme = "nord"\n[keys\n', "(at line 2, column"),
    ],
)
def test_a_value_that_makes_no_sense_is_told_in_one_sentence(file: Path, text: str, said: str) -> None:
    sentence = refusal(file, text)
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_every_refusal_of_the_file_names_the_file(file: Path) -> None:
    for text in ("desk = 3\n", "desk = \n", "x = 1\n", '[keys]\nx = "y"\n', "frames_per_second = 0\n"):
        assert str(file) in refusal(file, text)


def test_a_named_file_that_is_missing_is_an_error(file: Path) -> None:
    with pytest.raises(Usage, match="does not exist"):
        read_settings(file, environment={})


def test_a_folder_or_a_file_of_another_encoding_is_told(tmp_path: Path, file: Path) -> None:
    with pytest.raises(Usage, match="cannot be read"):
        read_settings(tmp_path, environment={})
    file.write_bytes('desk = "Café"\n'.encode("cp1252"))
    with pytest.raises(Usage, match="is not UTF-8 text"):
        read_settings(file, environment={})


def test_a_file_saved_with_a_byte_order_mark_is_read(file: Path) -> None:
    file.write_bytes('\ufeffdesk = "Café"\n'.encode())
    assert read_settings(file, environment={}).desk == "Café"


def test_a_variable_that_makes_no_sense_is_named() -> None:
    with pytest.raises(Usage, match="DESKUI_FRAMES_PER_SECOND"):
        read_settings(environment={"DESKUI_FRAMES_PER_SECOND": "fast"})


def test_reading_leaves_the_file_as_it_is(file: Path) -> None:
    file.write_text("# mine\ndesk='Returns'   # so\n")
    before = file.stat().st_mtime_ns
    read_settings(file, environment={})
    assert file.read_text() == "# mine\ndesk='Returns'   # so\n"
    assert file.stat().st_mtime_ns == before


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda name: name not in "./"))
def test_the_address_of_a_file_leads_back_to_it(name: str) -> None:
    path = Path("/shop") / name.replace("/", "")
    assert database_path(sqlite_url(path)) == path


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_the_desk_locks_itself_after_minutes_of_a_day_at_most(tmp_path: Path, minutes: int) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"lock_after = {minutes}\n")
    with pytest.raises(Usage, match="lock_after must be between 0 and 1440 minutes"):
        read_settings(file)


@pytest.mark.parametrize(("key", "is_taken"), [("f11", True), ("ctrl+k", True), ("L", False), ("slash", False)])
def test_a_key_that_works_while_text_is_typed_is_no_letter(tmp_path: Path, key: str, is_taken: bool) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f'[keys]\nlock = "{key}"\n')
    if is_taken:
        assert read_settings(file).key_overrides == {"lock": key}
    else:
        with pytest.raises(Usage, match="lock works while text is typed"):
            read_settings(file)
