# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The greeting comes after a second and a half.
expect_status=degraded
expect_cause=mysql.greeting_late
target=mysql://app:pw@$S4/shop
proof="time nc -w4 $S4 3306 </dev/null | head -c 20"
proof_match='8.0.36.*0m[1-3]'
build() {
	. "$LAB/mysql.sh"
	net far
	mysql_fake 3306 late 1.5
}
