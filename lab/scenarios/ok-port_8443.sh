# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# HTTPS on 8443, and port 443 is closed.
expect_status=ok
target=https://$NAME:8443/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf 8443
}
