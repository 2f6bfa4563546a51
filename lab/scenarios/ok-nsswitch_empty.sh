# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nsswitch.conf without a line for hosts: files and DNS by default.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	echo '# nothing' | etc c nsswitch.conf
}
