# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nsswitch.conf asks only the hosts file.
expect_cause=name.nsswitch_skips_dns
target=https://$NAME/
proof="getent hosts $NAME; echo rc=\$?; dig +short $NAME"
proof_match="rc=2.*$S4"
build() {
	net far
	site
	https leaf
	nsswitch files
}
