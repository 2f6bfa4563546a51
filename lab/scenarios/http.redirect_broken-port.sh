# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to a closed port.
expect_cause=http.redirect_broken
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='301.*8443'
build() {
	net far
	dns
	http 80 "return 301 https://$NAME:8443/;"
}
