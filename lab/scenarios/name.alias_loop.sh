# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two aliases point at each other.
expect_cause=name.alias_loop
target=https://$NAME/
proof="dig $NAME; getent hosts $NAME; echo rc=\$?"
proof_match="CNAME\\s+$OTHER.*CNAME\\s+$NAME.*rc=2"
build() {
	net far
	dns_py "$NAME=>$OTHER" "$OTHER=>$NAME"
}
