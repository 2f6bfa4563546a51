# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# mdns4_minimal before dns touches only .local.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	nsswitch 'files mdns4_minimal [NOTFOUND=return] dns'
}
