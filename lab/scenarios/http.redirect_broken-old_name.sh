# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to a name that is gone, from within TLS.
expect_cause=http.redirect_broken
target=https://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='Could not resolve host'
build() {
	net far
	site
	https leaf 443 "return 301 https://gone.$DOMAIN/;"
}
