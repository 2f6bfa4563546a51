# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# HTTP on 80 works; 443 has a bad certificate, and nobody asked for it.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	cert self
	http
	https self
}
