#compdef naze
# SPDX-License-Identifier: Apache-2.0
# zsh completion for naze(1); made by tools/options.py
_naze() {
	local -a options
	options=(
		'--json[print one JSON object instead of the screen]'
		'--report=[write the report to FILE, too (.md, .txt, .html, .json)]:FILE:_files'
		'--ipv4[use IPv4 only]'
		'-4[use IPv4 only]'
		'--ipv6[use IPv6 only]'
		'-6[use IPv6 only]'
		'--timeout=[give the whole run that long (default 5, for ssh 6)]:SECONDS: '
		'--proxy=[use this proxy, or none, whatever the environment says]:URL or none: '
		'*--resolve=[use ADDRESS for NAME, without asking (may be repeated)]:NAME ADDRESS: '
		'--source=[send from this address or interface]:ADDRESS or INTERFACE: '
		'--cacert=[trust the CA certificates in FILE, as curl --cacert]:FILE:_files'
		'--compare-host=[a host that is known to work, to compare with]:HOST: '
		'--no-extra[send nothing but what an ordinary client would send]'
		'--no-login[do not log in, even with credentials in the target]'
		'--strict[exit 1 for a warning, too]'
		'--lang=[language of screen and report]:en or ja:(en ja)'
		'--color=[auto (default), always or never]:WHEN:(auto always never)'
		'--verbose[print the evidence, too]'
		'-v[print the evidence, too]'
		'--quiet[print nothing; the exit code tells]'
		'-q[print nothing; the exit code tells]'
		'--markdown[report: in Markdown (default)]'
		'--text[report: in plain text]'
		'--html[report: in HTML, one file without scripts]'
		'--netns=[test from inside a network namespace]:NAME: '
		'--pid=[test as that process would: its network, files, proxy]:PID: '
		'--container=[test from inside a container (docker, podman, nerdctl, crictl)]:NAME: '
		'--public[ask a third party for this host'\''s public address]'
		'--help[print this]'
		'-h[print this]'
		'--version[print the version]'
		'-V[print the version]'
	)
	case ${words[2]} in
	report|replay) _arguments $options '1:command:' '2:file:_files' ;;
	explain) _arguments $options '1:command:' "2:cause:(${(f)$(naze help causes 2>/dev/null | cut -d' ' -f1)})" ;;
	help) _arguments $options '1:command:' '2:topic:(exit-codes json environment targets privileges privacy causes probes)' ;;
	*) _arguments $options '1:target:_alternative "commands:command:(report replay explain help)" "hosts:host:_hosts"' ;;
	esac
}
_naze "$@"
