# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name does not exist: a typing mistake.
expect_cause=name.nxdomain
target=https://x$NAME/
proof="dig x$NAME; dig +short $NAME"
proof_match="NXDOMAIN.*$S4"
build() {
	net far
	dns
}
