# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A filtering resolver answers with the address of its block page, which has no HTTPS, and says so.
expect_cause=name.sinkhole
target=https://$NAME/
proof="dig $NAME; curl -sS -m 4 $target; curl -sS http://$D4/"
proof_match='EDE: 15.*curl: \(7\).*blocked'
build() {
	net far 4
	dns_py "$NAME=$D4" "$NAME!blocked"
	nginx d 80 "listen 80; return 200 'blocked\n';"
}
