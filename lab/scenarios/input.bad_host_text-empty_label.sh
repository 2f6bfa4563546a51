# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two dots in a row.
expect_cause=input.bad_host_text
target="$LABEL..$DOMAIN:443"
proof="dig $LABEL..$DOMAIN 2>&1; getent hosts $LABEL..$DOMAIN; echo rc=\$?"
proof_match='empty label.*rc=2'
build() {
	net far
	dns
}
