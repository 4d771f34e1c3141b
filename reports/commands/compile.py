"""``ilrspec compile``: the rules in machine code, so that large files take less time."""

import click


@click.command("compile", short_help="Compile the rules, so that large files take less time.")
@click.option("--again", is_flag=True, help="Compile also where the compiled rules are those of today.")
@click.option(
    "--remove", is_flag=True, help="Take the compiled rules away; the readable ones are used again."
)
@click.option("--quiet", "-q", is_flag=True, help="Show no progress.")
def command(again: bool, remove: bool, quiet: bool) -> None:
    """Compile a copy of the rules to machine code, which 'calc' and 'impact' then use; it takes some minutes.

    The copy counts only when it is proven: on made-up files of every year and programme, all that 'calc' and
    'impact' write has to be the same byte for byte, and all features have to pass. It lies in the folder .compiled
    beside the rules. After a change of the rules or their parameters it is not used until this command is run again.

    It needs a C compiler and mypyc: pip install 'ilrspec[compiled]'.

    Exit code 0 when the compiled rules are there, or removed; 2 when they cannot be made or are not equal.
    """
    from reports.compiled.building import build, check_tools
    from reports.compiled.building import remove as take_away
    from reports.compiled.using import compiled_here, key_of, readable_rules
    from reports.refusal import Refusal

    if again and remove:
        raise click.UsageError("--again and --remove do not go together.")
    engine = readable_rules()
    if engine is None:
        raise Refusal("The rules (engine) are not there.")
    if remove:
        there = take_away(engine)
        click.echo("The compiled rules are removed." if there else "There are no compiled rules.")
        return
    if not again and key_of(engine) in compiled_here(engine):
        click.echo("The compiled rules are there, and they are those of today; --again compiles them anew.")
        return
    check_tools()
    from reports.compiled.modules import modules_of
    from reports.compiled.proof import Proof, prove
    from reports.plural import plural
    from reports.progress import Progress

    modules = modules_of(engine)
    proofs: list[Proof] = []
    with Progress(quiet=quiet) as progress:
        build(
            engine, modules, lambda folder: proofs.append(prove(engine, folder, progress.tell)), progress.tell
        )
    click.echo(
        f"{plural(len(modules), 'module')} of the rules compiled; 'calc' and 'impact' use them from now on."
    )
    click.echo(f"Proven: {proofs[0]}.")
