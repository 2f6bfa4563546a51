# SPDX-License-Identifier: Apache-2.0
# bash completion for naze(1); made by tools/options.py
_naze() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}

	case $prev in
	--lang)
		mapfile -t COMPREPLY < <(compgen -W 'en ja' -- "$cur")
		return
		;;
	--color)
		mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur")
		return
		;;
	--report|--cacert)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		return
		;;
	--timeout|--proxy|--resolve|--source|--compare-host|--netns|--pid|--container)
		return
		;;
	esac
	case ${COMP_WORDS[1]} in
	report | replay)
		((COMP_CWORD > 1)) && [[ $cur != -* ]] && mapfile -t COMPREPLY < <(compgen -f -- "$cur") && return
		;;
	explain)
		((COMP_CWORD > 1)) && mapfile -t COMPREPLY < <(compgen -W "$(naze help causes 2>/dev/null | cut -d' ' -f1)" -- "$cur") && return
		;;
	help)
		((COMP_CWORD > 1)) && mapfile -t COMPREPLY < <(compgen -W 'exit-codes json environment targets privileges privacy causes probes' -- "$cur") && return
		;;
	esac
	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W '--json --report --ipv4 --ipv6 --timeout --proxy --resolve --source --cacert --compare-host --no-extra --no-login --strict --lang --color --verbose --quiet --markdown --text --html --netns --pid --container --public --help --version -4 -6 -v -q -h -V' -- "$cur")
		return
	fi
	if ((COMP_CWORD == 1)); then
		mapfile -t COMPREPLY < <(compgen -W 'report replay explain help tcp:// tls:// udp:// https:// http:// wss:// ws:// ssh:// sftp:// postgres:// postgresql:// mysql:// mariadb:// redis:// rediss:// kafka:// mongodb:// mongodb+srv:// amqp:// amqps:// smtp:// smtps:// submission:// imap:// imaps:// ldap:// ldaps:// mqtt:// mqtts:// grpc:// grpcs:// dns:// ntp:// unix:/' -- "$cur")
	fi
	if declare -F _known_hosts_real >/dev/null && [[ $cur != *:* ]]; then
		local found=("${COMPREPLY[@]}")
		_known_hosts_real -- "$cur"
		COMPREPLY+=("${found[@]}")
	fi
}
complete -o nospace -F _naze naze
