"""The server itself: what editors ask over standard input and output, answered from the vocabulary and ``check``."""

import asyncio
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from reports.authoring.checking import Flaw
from reports.authoring.examples import Usage
from reports.authoring.words import StepWords
from reports.language_server import checks, completing, telling
from reports.language_server.place import Place
from reports.language_server.positions import bare, character, span
from steps.feature_text import FeatureText, feature_text
from steps.problems import Unreadable

PAUSE = 0.25
"""Seconds without a further key before what was typed is checked."""


@dataclass(slots=True)
class _Desk:
    """What the server keeps: examples of steps, the flaws of open texts with their version, checks that wait."""

    used: dict[StepWords, Usage] | None = None
    flaws: dict[str, tuple[int | None, FeatureText, list[Flaw]]] = field(default_factory=dict)
    waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    warming: asyncio.Task[None] | None = None


def server(version: str) -> LanguageServer:
    """Return a server that is ready to be started."""
    # Texts come whole: they are small, and what ends a line is then the same here as for the Gherkin parser.
    made = LanguageServer("ilrspec", version, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    desk = _Desk()
    _answer_questions(made, desk)
    _follow_texts(made, desk)
    return made


def _answer_questions(made: LanguageServer, desk: _Desk) -> None:
    @made.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=["|", "@", " "], resolve_provider=True),
    )
    def completion(params: types.CompletionParams) -> types.CompletionList:
        place = _place(made, params.text_document.uri, params.position)
        snippets = _can_snippets(made)
        encoding = _encoding(made)
        items = [
            _item(place, offer, at, encoding, snippets)
            for at, offer in enumerate(completing.offers(place, desk.used or {}))
        ]
        return types.CompletionList(is_incomplete=False, items=items)

    @made.feature(types.COMPLETION_ITEM_RESOLVE)
    def resolve(item: types.CompletionItem) -> types.CompletionItem:
        if item.kind == types.CompletionItemKind.Function and not item.documentation:
            step = telling.step_named(item.label)
            if step:
                item.documentation = _markdown(telling.step_told(step, (desk.used or {}).get(step)))
        elif item.kind == types.CompletionItemKind.Reference:
            item.documentation = _markdown(telling.tag_told(item.label.lstrip("@")))
        return item

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        place = _place(made, params.text_document.uri, params.position)
        found = telling.told_at(place, desk.used)
        if found is None:
            return None
        told, words = found
        where = span(place.text.lines, place.line, words.start, words.end, _encoding(made))
        return types.Hover(_markdown(told), where)

    @made.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        from reports.authoring.formatting import formatted

        text = _text(made, params.text_document.uri)
        try:
            return _edits(text, formatted(text), _encoding(made))
        except Unreadable:
            return []  # half a feature stays as it is; its flaws are told

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    )
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        text = _text(made, uri)
        kept = desk.flaws.get(uri)
        flaws = kept[2] if kept and kept[1].lines == text.lines else checks.flaws_of(text)
        return checks.actions(uri, text, flaws, params.range, _encoding(made))


def _follow_texts(made: LanguageServer, desk: _Desk) -> None:
    @made.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        desk.warming = asyncio.create_task(_warm(made, desk))

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        _check_soon(made, desk, params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        _check_soon(made, desk, params.text_document.uri, PAUSE)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        _check_soon(made, desk, params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if waiting := desk.waiting.pop(uri, None):
            waiting.cancel()
        desk.flaws.pop(uri, None)
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _check_soon(made: LanguageServer, desk: _Desk, uri: str, pause: float) -> None:
    if waiting := desk.waiting.get(uri):
        waiting.cancel()
    desk.waiting[uri] = asyncio.create_task(_check(made, desk, uri, pause))


async def _check(made: LanguageServer, desk: _Desk, uri: str, pause: float) -> None:
    await asyncio.sleep(pause)
    text, version = _text(made, uri), made.workspace.get_text_document(uri).version
    try:
        flaws = await asyncio.to_thread(checks.flaws_of, text)
    except Exception as error:  # a fault of ours must not take the words away from whoever is typing
        told = f"the text could not be checked ({type(error).__name__}: {error})"
        made.window_log_message(types.LogMessageParams(types.MessageType.Error, told))
        return
    desk.flaws[uri] = (version, text, flaws)
    encoding = _encoding(made)
    told_flaws = [checks.diagnostic(text, flaw, encoding) for flaw in flaws]
    made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told_flaws, version))


async def _warm(made: LanguageServer, desk: _Desk) -> None:
    """Read in the background what the first question would else wait for."""
    from reports.authoring.clause_words import clauses, findings
    from reports.authoring.examples import usage

    await asyncio.to_thread(clauses)
    findings()
    if folder := _features(made):
        desk.used = await asyncio.to_thread(partial(usage, folder))


def _features(made: LanguageServer) -> Path | None:
    """Return the folder that examples are taken from: the features of the editor's folders, else the product's."""
    import click

    from reports.commands.run import default_folder

    for folder in made.workspace.folders.values():
        path = to_fs_path(folder.uri)
        if path and (Path(path) / "features").is_dir():
            return Path(path) / "features"
    try:
        return Path(default_folder())
    except click.UsageError:
        return None


def _text(made: LanguageServer, uri: str) -> FeatureText:
    document = made.workspace.get_text_document(uri)
    name = to_fs_path(uri) if uri.startswith("file:") else None
    content = document.source.encode("utf-8", "replace")
    return feature_text(content, Path(name or "untitled.feature"))


def _place(made: LanguageServer, uri: str, position: types.Position) -> Place:
    text = _text(made, uri)
    line = bare(text.lines[position.line]) if position.line < len(text.lines) else ""
    return Place(text, position.line + 1, character(line, position.character, _encoding(made)))


def _encoding(made: LanguageServer) -> str:
    return str(getattr(made.workspace.position_encoding, "value", made.workspace.position_encoding))


def _can_snippets(made: LanguageServer) -> bool:
    documents = made.client_capabilities.text_document
    item = documents.completion.completion_item if documents and documents.completion else None
    return bool(item and item.snippet_support)


def _item(
    place: Place, offer: completing.Offer, at: int, encoding: str, snippets: bool
) -> types.CompletionItem:
    snippet = snippets and bool(offer.snippet)
    where = span(place.text.lines, place.line, offer.start, offer.end, encoding)
    return types.CompletionItem(
        offer.label,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=_markdown(offer.told) if offer.told else None,
        sort_text=f"{at:05}",
        filter_text=offer.filter or None,
        insert_text_format=types.InsertTextFormat.Snippet if snippet else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AdjustIndentation,
        text_edit=types.TextEdit(where, offer.snippet if snippet else offer.words),
    )


def _edits(before: FeatureText, after: FeatureText, encoding: str) -> list[types.TextEdit]:
    """Return the lines that differ, each as an edit; all of the text where the number of lines differs."""
    if len(before.lines) != len(after.lines):
        end = types.Position(len(before.lines), 0)
        return [types.TextEdit(types.Range(types.Position(0, 0), end), after.text)]
    found = []
    for number, (old, new) in enumerate(zip(before.lines, after.lines, strict=True), 1):
        if old != new:
            # Only the last line may differ in its end: it gets one.
            ended = new[len(bare(new)) :] if bare(old) == old else ""
            where = span(before.lines, number, 0, len(bare(old)), encoding)
            found.append(types.TextEdit(where, bare(new) + ended))
    return found


def _markdown(told: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, told)
