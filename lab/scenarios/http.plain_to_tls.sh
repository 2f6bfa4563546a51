# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# http:// to an HTTPS port: nginx says 400.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
target=http://$NAME:443/
proof="curl -sSi -m 6 $target"
proof_match='plain HTTP request'
build() {
	net far
	site
	https leaf
}
