# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name is an alias for a name that was taken away.
expect_cause=name.dangling_alias
target=https://$NAME/
proof="dig $NAME"
proof_match="NXDOMAIN.*CNAME\\s+gone.$DOMAIN"
build() {
	net far
	dns_py "$NAME=>gone.$DOMAIN"
}
