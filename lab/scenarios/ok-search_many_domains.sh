# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Six search domains, a full name.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	resolv "nameserver $D4" 'search a.example b.example c.example d.example e.example f.example'
}
