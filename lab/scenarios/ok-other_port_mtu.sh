# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets of another port vanish on the way.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules r2 'forward tcp dport 443 meta length > 1300 drop'
}
