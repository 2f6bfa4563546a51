# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nsswitch.conf asks DNS first: the wrong line in the hosts file is never read.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	nsswitch 'dns files'
	hosts "10.255.1.1 $NAME"
}
