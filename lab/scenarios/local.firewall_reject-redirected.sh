# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An own rule leads the port to one of this very host, where nothing listens.
expect_cause=local.firewall_reject
target=http://$NAME/
proof="curl -sS $target; nft list ruleset; nc -vz -w2 $S4 8080"
proof_match='curl: \(7\).*redirect to :7999.*succeeded'
build() {
	net far
	dns
	http
	http 8080
	rules c <<<'table inet own { chain out { type nat hook output priority -100; tcp dport 80 redirect to :7999; }; }'
}
