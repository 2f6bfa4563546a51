#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make what follows from src/cli/options.def: the manual's list of options and the completions.

usage: options.py ROOT           write them
       options.py ROOT --check   fail when what is there differs
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
check = "--check" in sys.argv[2:]
COMMANDS = ["report", "replay", "explain", "help"]
ROW = re.compile(r"""^OPTION\((\w+),\s*(?:0|'(.)'),\s*"([^"]+)",\s*(?:NULL|"([^"]+)"),\s*(NOW|LATER),\s*"([^"]+)"\)""", re.M)

rows = ROW.findall((root / "src/cli/options.def").read_text())
options = [(letter, name, arg, text) for _, letter, name, arg, since, text in rows if since == "NOW"]
if len(rows) != (root / "src/cli/options.def").read_text().count("\nOPTION("):
    sys.exit("options.def: a row that options.py cannot read")
topics = re.findall(r'^TOPIC\("([\w-]+)"', (root / "src/cli/topics.def").read_text(), re.M)
schemes = re.findall(r'^SCHEME\(\w+,\s*"([^"]+)"', (root / "src/target/schemes.def").read_text(), re.M)


def man():
    out = []
    for letter, name, arg, text in options:
        names = (f"Fl {letter} , " if letter else "") + f"Fl -{name}"
        out.append(f".It {names}" + (" Ar " + arg.replace("|", " | ") if arg else ""))
        out.append(text[0].upper() + text[1:] + ".")
    page = (root / "docs/man/naze.1").read_text()
    head, rest = page.split('.\\" options: begin\n')
    tail = rest.split('.\\" options: end\n')[1]
    return head + '.\\" options: begin\n' + "\n".join(out) + '\n.\\" options: end\n' + tail


def values(name):
    return {"lang": "en ja", "color": "auto always never"}.get(name, "")


def is_file(arg):
    return arg == "FILE"


def bash():
    words = " ".join([f"--{n}" for _, n, _, _ in options] + [f"-{l}" for l, _, _, _ in options if l])
    files = "|".join(f"--{n}" for _, n, a, _ in options if is_file(a))
    takes = "|".join(f"--{n}" for _, n, a, _ in options if a and not is_file(a) and not values(n))
    fixed = "".join(f"\t--{n})\n\t\tmapfile -t COMPREPLY < <(compgen -W '{values(n)}' -- \"$cur\")\n\t\treturn\n\t\t;;\n"
                    for _, n, a, _ in options if values(n))
    return f"""# SPDX-License-Identifier: Apache-2.0
# bash completion for naze(1); made by tools/options.py
_naze() {{
	local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}}

	case $prev in
{fixed}	{files})
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		return
		;;
	{takes})
		return
		;;
	esac
	case ${{COMP_WORDS[1]}} in
	report | replay)
		((COMP_CWORD > 1)) && [[ $cur != -* ]] && mapfile -t COMPREPLY < <(compgen -f -- "$cur") && return
		;;
	explain)
		((COMP_CWORD > 1)) && mapfile -t COMPREPLY < <(compgen -W "$(naze help causes 2>/dev/null | cut -d' ' -f1)" -- "$cur") && return
		;;
	help)
		((COMP_CWORD > 1)) && mapfile -t COMPREPLY < <(compgen -W '{" ".join(topics)}' -- "$cur") && return
		;;
	esac
	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W '{words}' -- "$cur")
		return
	fi
	if ((COMP_CWORD == 1)); then
		mapfile -t COMPREPLY < <(compgen -W '{" ".join(COMMANDS + [s + "://" for s in schemes if s != "unix"] + ["unix:/"])}' -- "$cur")
	fi
	if declare -F _known_hosts_real >/dev/null && [[ $cur != *:* ]]; then
		local found=("${{COMPREPLY[@]}}")
		_known_hosts_real -- "$cur"
		COMPREPLY+=("${{found[@]}}")
	fi
}}
complete -o nospace -F _naze naze
"""


def quote(text):
    return text.replace("'", "'\\''")


def zsh():
    specs = []
    for letter, name, arg, text in options:
        what = text.replace("[", "(").replace("]", ")")
        action = ""
        if arg:
            action = f":{arg.replace('|', ' or ').replace(':', ' ')}:" + ("_files" if is_file(arg) else f"({values(name)})" if values(name) else " ")
        many = "*" if name == "resolve" else ""
        eq = "=" if arg else ""
        specs.append(f"'{many}--{name}{eq}[{quote(what)}]{quote(action)}'")
        if letter:
            specs.append(f"'-{letter}[{quote(what)}]'")
    joined = " \\\n\t\t".join(specs)
    return f"""#compdef naze
# SPDX-License-Identifier: Apache-2.0
# zsh completion for naze(1); made by tools/options.py
_naze() {{
	local -a options
	options=(
		{joined.replace(" " + chr(92), "")}
	)
	case ${{words[2]}} in
	report|replay) _arguments $options '1:command:' '2:file:_files' ;;
	explain) _arguments $options '1:command:' "2:cause:(${{(f)$(naze help causes 2>/dev/null | cut -d' ' -f1)}})" ;;
	help) _arguments $options '1:command:' '2:topic:({" ".join(topics)})' ;;
	*) _arguments $options '1:target:_alternative "commands:command:({" ".join(COMMANDS)})" "hosts:host:_hosts"' ;;
	esac
}}
_naze "$@"
"""


def fish():
    out = ["# SPDX-License-Identifier: Apache-2.0", "# fish completion for naze(1); made by tools/options.py", "complete -c naze -f"]
    for c in COMMANDS:
        out.append(f"complete -c naze -n __fish_use_subcommand -a {c}")
    out.append("complete -c naze -n __fish_use_subcommand -a '(__fish_print_hostnames)'")
    out.append("complete -c naze -n '__fish_seen_subcommand_from report replay' -F")
    out.append("complete -c naze -n '__fish_seen_subcommand_from explain' -a '(naze help causes 2>/dev/null | cut -d\" \" -f1)'")
    out.append(f"complete -c naze -n '__fish_seen_subcommand_from help' -a '{' '.join(topics)}'")
    for letter, name, arg, text in options:
        line = "complete -c naze" + (f" -s {letter}" if letter else "") + f" -l {name}"
        if arg:
            line += " -r" + (" -F" if is_file(arg) else f" -a '{values(name)}'" if values(name) else "")
        escaped = text.replace("'", "\\'")
        out.append(line + f" -d '{escaped}'")
    return "\n".join(out) + "\n"


bad = 0
for path, text in (("docs/man/naze.1", man()), ("completions/naze.bash", bash()),
                   ("completions/naze.zsh", zsh()), ("completions/naze.fish", fish())):
    there = (root / path).read_text() if (root / path).exists() else ""
    if there == text:
        continue
    if check:
        print(f"{path}: differs from src/cli/options.def; run tools/options.py .")
        bad = 1
    else:
        (root / path).write_text(text)
sys.exit(bad)
