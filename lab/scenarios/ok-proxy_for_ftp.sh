# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only ftp has a proxy, a dead one.
expect_status=ok
env=(ftp_proxy=http://$S4:9)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
