# SPDX-License-Identifier: Apache-2.0
# fish completion for naze(1); made by tools/options.py
complete -c naze -f
complete -c naze -n __fish_use_subcommand -a report
complete -c naze -n __fish_use_subcommand -a replay
complete -c naze -n __fish_use_subcommand -a explain
complete -c naze -n __fish_use_subcommand -a help
complete -c naze -n __fish_use_subcommand -a '(__fish_print_hostnames)'
complete -c naze -n '__fish_seen_subcommand_from report replay' -F
complete -c naze -n '__fish_seen_subcommand_from explain' -a '(naze help causes 2>/dev/null | cut -d" " -f1)'
complete -c naze -n '__fish_seen_subcommand_from help' -a 'exit-codes json environment targets privileges privacy causes probes'
complete -c naze -l json -d 'print one JSON object instead of the screen'
complete -c naze -l report -r -F -d 'write the report to FILE, too (.md, .txt, .html, .json)'
complete -c naze -s 4 -l ipv4 -d 'use IPv4 only'
complete -c naze -s 6 -l ipv6 -d 'use IPv6 only'
complete -c naze -l timeout -r -d 'give the whole run that long (default 5, for ssh 6)'
complete -c naze -l proxy -r -d 'use this proxy, or none, whatever the environment says'
complete -c naze -l resolve -r -d 'use ADDRESS for NAME, without asking (may be repeated)'
complete -c naze -l source -r -d 'send from this address or interface'
complete -c naze -l cacert -r -F -d 'trust the CA certificates in FILE, as curl --cacert'
complete -c naze -l compare-host -r -d 'a host that is known to work, to compare with'
complete -c naze -l no-extra -d 'send nothing but what an ordinary client would send'
complete -c naze -l no-login -d 'do not log in, even with credentials in the target'
complete -c naze -l strict -d 'exit 1 for a warning, too'
complete -c naze -l lang -r -a 'en ja' -d 'language of screen and report'
complete -c naze -l color -r -a 'auto always never' -d 'auto (default), always or never'
complete -c naze -s v -l verbose -d 'print the evidence, too'
complete -c naze -s q -l quiet -d 'print nothing; the exit code tells'
complete -c naze -l markdown -d 'report: in Markdown (default)'
complete -c naze -l text -d 'report: in plain text'
complete -c naze -l html -d 'report: in HTML, one file without scripts'
complete -c naze -l netns -r -d 'test from inside a network namespace'
complete -c naze -l pid -r -d 'test as that process would: its network, files, proxy'
complete -c naze -l container -r -d 'test from inside a container (docker, podman, nerdctl, crictl)'
complete -c naze -l public -d 'ask a third party for this host\'s public address'
complete -c naze -s h -l help -d 'print this'
complete -c naze -s V -l version -d 'print the version'
