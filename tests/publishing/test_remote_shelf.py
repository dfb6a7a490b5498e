"""Folders elsewhere: whatever kind of place it is, a build finds, leaves and reads the same there as on the disk."""

from __future__ import annotations

import errno
import pickle
import shutil
import sys
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from broadsheet import cli
from broadsheet.publishing import crew, remote_shelf
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.remote_shelf import RemoteShelf, address_of
from broadsheet.publishing.settings import Settings
from broadsheet.publishing.shelf import LocalShelf, shelf_of

fsspec = pytest.importorskip("fsspec")
s3fs = pytest.importorskip("s3fs")
moto_server = pytest.importorskip("moto.server")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadsheet.publishing.shelf import Shelf
    from tests.conftest import Newsroom

NUMBERS = count()
KINDS = ("file", "memory", "s3")
TREE = (
    "newspaper.yaml",
    "2025/甲 乙/100% #1.md",
    "2025/a.md",
    "2025/b/c.md",
    "2025-a/d.md",
    ".git/config",
    "2025/.draft",
)
DAY = "2025-04-16"


@pytest.fixture(scope="module")
def s3() -> Iterator[None]:
    """A store that speaks S3, on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        host, port = server.get_host_and_port()
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "editor")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "none")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        s3fs.S3FileSystem.clear_instance_cache()
        yield
        s3fs.S3FileSystem.clear_instance_cache()
        server.stop()


@pytest.fixture
def elsewhere(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], str]:
    """An empty place of each kind, by the kind's name."""

    def address(kind: str) -> str:
        if kind == "file":
            return f"file://{tmp_path}/there"
        if kind == "memory":
            memory = fsspec.filesystem("memory")
            memory.store.clear()
            memory.pseudo_dirs[:] = [""]
            return "memory://paper"
        request.getfixturevalue("s3")
        bucket = f"paper-{next(NUMBERS)}"
        fsspec.filesystem("s3").mkdir(bucket)
        return f"s3://{bucket}/site"

    return address


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., tuple[int, int]]:
    """Puts a file on a shelf."""

    def taken(shelf: Shelf, path: str, data: bytes = b"x") -> tuple[int, int]:
        source = tmp_path / "staged"
        source.write_bytes(data)
        state = shelf.take(source, path)
        assert not source.exists()
        return state

    return taken


@pytest.mark.parametrize("kind", KINDS)
def test_a_tree_is_found_as_on_the_disk(
    kind: str, elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]], tmp_path: Path
) -> None:
    disk, there = LocalShelf(tmp_path / "disk"), RemoteShelf(elsewhere(kind))
    assert list(there.folders()) == []
    for path in TREE:
        put(disk, path, path.encode())
        put(there, path, path.encode())
    found = [(folder, [row[:2] for row in rows]) for folder, rows in there.folders()]
    assert found == [(folder, [row[:2] for row in rows]) for folder, rows in disk.folders()]
    assert [folder for folder, _ in found] == ["", "2025", "2025/b", "2025/甲 乙", "2025-a"]
    for folder in ("", "2025", "2025/甲 乙", "none"):
        assert there.names(folder) == disk.names(folder)
    assert there.read("2025/甲 乙/100% #1.md") == "2025/甲 乙/100% #1.md".encode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_put_replaced_and_removed(
    kind: str, elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]]
) -> None:
    address = elsewhere(kind)
    first = put(RemoteShelf(address), "a/b/1.html", b"first")
    put(RemoteShelf(address), "a/2.html")
    shelf = RemoteShelf(address)
    assert shelf.stat("a/b/1.html") == first
    assert shelf.stat("a/b/none") is None
    again = put(shelf, "a/b/1.html", b"again")
    assert again != first
    assert shelf.stat("a/b/1.html") == first, "listed once in its life"
    assert RemoteShelf(address).stat("a/b/1.html") == again
    shelf.remove("a/b/1.html")
    shelf.remove("a/b/1.html")
    assert [row for row, _ in RemoteShelf(address).folders()] == ["a"]
    shelf.remove("a/2.html")
    assert list(RemoteShelf(address).folders()) == []


def test_no_empty_folder_and_no_half_file_is_left_on_a_file_system(
    elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]], tmp_path: Path
) -> None:
    shelf = RemoteShelf(elsewhere("file"))
    put(shelf, "a/b/1.html")
    put(shelf, "2.html")
    shelf.remove("a/b/1.html")
    assert [path.name for path in (tmp_path / "there").rglob("*")] == ["2.html"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_told_as_on_the_disk(kind: str, elsewhere: Callable[[str], str]) -> None:
    shelf = RemoteShelf(elsewhere(kind))
    with pytest.raises(FileNotFoundError) as told:
        shelf.read("2025/甲 乙.md")
    assert (told.value.strerror, told.value.filename) == (
        "No such file or directory",
        f"{shelf.address}/2025/甲 乙.md",
    )


def test_a_folder_of_a_file_system_that_cannot_be_read_is_no_empty_folder(
    elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = RemoteShelf(elsewhere("file"))
    put(shelf, "locked/a.md")
    system = type(fsspec.filesystem("file"))
    ls = system.ls

    def guarded(self: Any, path: str, **options: Any) -> Any:
        if path.endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return ls(self, path, **options)

    monkeypatch.setattr(system, "ls", guarded)
    with pytest.raises(PermissionError, match="Permission denied"):
        list(shelf.folders())


def test_a_marker_that_a_console_leaves_for_a_folder_is_no_file(
    elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]]
) -> None:
    shelf = RemoteShelf(elsewhere("s3"))
    put(shelf, "2025/a.md")
    for key in ("", "2025/", "2025/empty/"):
        bucket = shelf.address.split("/")[2]
        fsspec.filesystem("s3").call_s3("put_object", Bucket=bucket, Key=f"site/{key}", Body=b"")
    assert [[row[0] for row in rows] for _, rows in shelf.folders()] == [["2025/a.md"]]
    assert (shelf.names(""), shelf.names("2025")) == ([], ["a.md"])


@pytest.mark.parametrize(
    ("error", "number", "words"),
    [
        (FileNotFoundError("paper/site/a.md"), errno.ENOENT, "No such file or directory"),
        (
            FileNotFoundError("The specified bucket does not exist"),
            errno.ENOENT,
            "No such file or directory: The specified bucket does not exist",
        ),
        (FileNotFoundError("The specified key does not exist."), errno.ENOENT, "No such file or directory"),
        (PermissionError("Forbidden"), errno.EACCES, "Permission denied"),
        (
            PermissionError("The AWS Access Key Id you provided does not exist in our records."),
            errno.EACCES,
            "Permission denied: The AWS Access Key Id you provided does not exist in our records.",
        ),
        (OSError(errno.ENOSPC, "No space left"), errno.ENOSPC, "No space left"),
        (OSError("the line\nis dead"), errno.EIO, "the line is dead"),
        (TimeoutError(), errno.EIO, "TimeoutError"),
        (RuntimeError("no credentials"), errno.EIO, "RuntimeError: no credentials"),
        (ValueError("no such place"), errno.EIO, "no such place"),
        (
            ImportError("Install gcsfs"),
            errno.ENOSYS,
            "the library for this kind of address is missing: pip install -e '.[cluster]'",
        ),
    ],
)
def test_every_library_fails_as_the_disk_does(
    error: Exception, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("fsspec.core.url_to_fs", fail)
    with pytest.raises(OSError, match=r".") as told:
        RemoteShelf("s3://paper/site").read("a.md")
    assert (told.value.errno, told.value.strerror) == (number, words)
    assert told.value.filename == "s3://paper/site/a.md"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("s3://paper/content", "s3://paper/content"),
        ("S3://paper/content/", "s3://paper/content"),
        ("s3://paper/./a//b/../content", "s3://paper/a/content"),
        ("file:///srv/a b/", "file:///srv/a b"),
        ("memory://", "memory://"),
    ],
)
def test_an_address_is_one_however_it_is_typed(typed: str, meant: str) -> None:
    assert address_of(typed) == meant
    assert shelf_of(typed) == RemoteShelf(meant)


def test_a_shelf_is_its_address_and_nothing_else_is_sent(
    elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]]
) -> None:
    shelf = RemoteShelf(elsewhere("memory"))
    put(shelf, "a.md")
    assert shelf.stat("a.md")
    sent = pickle.loads(pickle.dumps(shelf))  # noqa: S301 - made here
    assert (sent, hash(sent), vars(sent)) == (shelf, hash(shelf), {"address": shelf.address})


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_the_same_everywhere_and_made_again_only_where_it_changed(
    kind: str, newsroom: Newsroom, elsewhere: Callable[[str], str]
) -> None:
    write_paper(newsroom)
    newsroom.built()
    address = elsewhere(kind)
    content = send(newsroom, f"{address}/content/")
    options = {"content": content, "output": f"{address}/./public", "cache": Path("cache")}
    assert (
        newsroom.built(**options).published
        == newsroom.built(cache=Path("again"), output=Path("again-public")).published
    )
    assert outputs(f"{address}/public") == newsroom.outputs()
    published = newsroom.built(**options).published
    assert published
    assert (published.made, published.removed, published.kept) == (0, 0, len(newsroom.outputs()))

    newsroom.remove(f"content/{DAY}/乙 #2.md")
    newsroom.story(f"{DAY}/100% 丙.md", date=DAY, section="要闻")
    newsroom.built()
    send(newsroom, content)
    published = newsroom.built(**options).published
    assert published
    assert published.removed >= 1
    assert published.kept > 0
    assert outputs(f"{address}/public") == newsroom.outputs()


def test_a_build_of_nothing_asks_a_store_for_listings_only(
    newsroom: Newsroom, elsewhere: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_paper(newsroom)
    address = elsewhere("s3")
    build = partial(newsroom.built, content=send(newsroom, f"{address}/content"), output=f"{address}/public")
    build()
    asked: list[str] = []
    make = s3fs.S3FileSystem._call_s3

    async def call(self: Any, method: str, *words: Any, **options: Any) -> Any:
        asked.append(method)
        return await make(self, method, *words, **options)

    monkeypatch.setattr(s3fs.S3FileSystem, "_call_s3", call)
    build()
    assert set(asked) <= {"list_objects_v2"}


def test_restored_files_are_kept_and_others_are_made_again(
    newsroom: Newsroom, elsewhere: Callable[[str], str], put: Callable[..., tuple[int, int]]
) -> None:
    write_paper(newsroom)
    address = elsewhere("memory")
    build = partial(newsroom.built, output=f"{address}/public")
    build()
    before = outputs(f"{address}/public")
    site = RemoteShelf(f"{address}/public")
    for path, data in before.items():
        put(site, path, data)
    published = build().published
    assert published
    assert (published.made, published.kept) == (0, len(before))
    put(site, "archive/index.html", b"?" * len(before["archive/index.html"]))
    site.remove("2025/04/16/index.html")
    published = build().published
    assert published
    assert published.made == 2
    assert outputs(f"{address}/public") == before


def test_pages_that_nobody_leads_to_yet_are_sent_first_and_a_cut_off_build_goes_on(
    newsroom: Newsroom, elsewhere: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_paper(newsroom)
    address = elsewhere("memory")
    build = partial(newsroom.built, output=f"{address}/public")
    build()
    there = outputs(f"{address}/public")
    newsroom.story("2025-04-17/new.md", date="2025-04-17", section="要闻")
    take = RemoteShelf.take
    taken: list[str] = []

    def failing(self: RemoteShelf, source: Path, path: str) -> tuple[int, int]:
        if path in there:
            raise OSError(errno.EIO, "the line is dead", path)
        taken.append(path)
        return take(self, source, path)

    with monkeypatch.context() as patch:
        patch.setattr(RemoteShelf, "take", failing)
        with pytest.raises(OSError, match="the line is dead"):
            build()
    assert "2025/04/17/new/index.html" in taken
    assert {path: data for path, data in outputs(f"{address}/public").items() if path in there} == there
    build()
    newsroom.built(cache=Path("again"))
    assert outputs(f"{address}/public") == newsroom.outputs()


def test_a_process_that_talks_to_a_store_is_not_copied(
    elsewhere: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, workers: int, context: Any, *_: object) -> None:
            begun.append(context.get_start_method())
            super().__init__(workers)

    monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
    RemoteShelf(elsewhere("s3")).names("")  # from now on there is a thread that does the talking
    with crew.LocalCrew(2, Silent()) as local:
        assert list(local.map(len, ["a"] * 2, lambda _: crew.ENOUGH)) == [1, 1]
    assert begun == ["spawn"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--output", "memory://content"),
            "--output memory://content and --content memory://content lie in one another",
        ),
        (("--output", "memory://content/public/"), "memory://content/public and --content memory://content lie in"),
        (("--output", "memory://./content/.."), '"memory://./content/.." names no folder'),
        (("--output", "file://{here}/layouts/x"), "and --layouts layouts lie in one another"),
        (("--output", "nowhere://a/b"), '"nowhere://a/b": Protocol not known: nowhere'),
        (
            ("serve", "--output", "memory://public"),
            "serve watches folders of this machine; --content memory://content is",
        ),
        (("serve", "--content", "content", "--output", "memory://public"), "--output memory://public is none"),
        (("--scheduler", "host:8786"), '"host:8786" is no scheduler\'s address; write tcp://host:8786'),
    ],
)
def test_addresses_that_cannot_be_meant_are_wrong_usage(words: tuple[str, ...], said: str, newsroom: Newsroom) -> None:
    typed = ["--content", "memory://content", *(word.format(here=newsroom.folder) for word in words)]
    result = CliRunner().invoke(cli.main, typed, prog_name="build.py")
    assert result.exit_code == 2, result.output
    assert said in " ".join(result.output.replace("│", "").split())


def test_an_address_is_built_to_from_the_command_line(newsroom: Newsroom, elsewhere: Callable[[str], str]) -> None:
    write_paper(newsroom)
    address = elsewhere("memory")
    words = ["--content", send(newsroom, f"{address}/content"), "--output", f"{address}/public/", "--no-search"]
    result = CliRunner().invoke(cli.main, [*words, "--as-of", "2030-01-01"], prog_name="build.py")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("memory://paper/public/: ")
    assert "2025/04/16/甲/index.html" in outputs(f"{address}/public")


def test_without_the_library_an_address_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    result = CliRunner().invoke(cli.main, ["--content", "s3://paper/content"], prog_name="build.py")
    assert result.exit_code == 2
    assert "pip install -e '.[cluster]'" in result.output


@pytest.mark.parametrize(
    ("content", "title"),
    [("s3://津渡日报/content", "津渡日报"), ("s3://a/津渡日报/content/", "津渡日报"), ("memory://content", "content")],
)
def test_a_paper_elsewhere_is_called_after_its_folder(content: str, title: str) -> None:
    assert Settings(content=content).title == title


def write_paper(newsroom: Newsroom) -> None:
    """Two editions, with names that addresses must not take for something else."""
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nurl: https://jindu.example\n"})
    newsroom.story("2025-04-15/old.md", date="2025-04-15", section="城事")
    newsroom.edition(DAY, date=DAY, issue_number=7)
    newsroom.story(f"{DAY}/甲.md", "见[旧闻](../2025-04-15/old.md)。", section="要闻")
    newsroom.story(f"{DAY}/乙 #2.md", section="要闻", images=[{"src": "图 1%.svg", "alt": "一图", "credit": "本报"}])
    newsroom.picture(f"{DAY}/图 1%.svg")
    newsroom.plain_layouts()


def send(newsroom: Newsroom, address: str) -> str:
    """The content folder, put at an address."""
    shelf = RemoteShelf(address_of(address))
    kept = newsroom.folder / "kept"
    shutil.copytree(newsroom.folder / "content", kept)
    there = {path for _, rows in shelf.folders() for path, *_ in rows}
    for path in sorted(kept.rglob("*")):
        if path.is_file():
            name = path.relative_to(kept).as_posix()
            there.discard(name)
            shelf.take(path, name)
    for path in there:
        shelf.remove(path)
    shutil.rmtree(kept)
    return address


def outputs(address: str) -> dict[str, bytes]:
    """Bytes of every file at an address, by path."""
    shelf = RemoteShelf(address)
    return {path: shelf.read(path) for _, rows in shelf.folders() for path, *_ in rows}


def test_the_kinds_of_stores_are_names_that_libraries_give() -> None:
    assert {remote_shelf._kind(fsspec.filesystem("memory"))} <= remote_shelf.STORES
    assert remote_shelf._kind(s3fs.S3FileSystem) in remote_shelf.STORES
