# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server looks this host up in a name service that does not answer.
expect_cause=port.accepts_then_silent
target=mysql://app:pw@$S4/shop
proof="nc -w4 $S4 3306 </dev/null | wc -c; nc -zv -w2 $S4 3306"
proof_match='^0.*succeeded'
build() {
	. "$LAB/mysql.sh"
	net far
	printf "nameserver %s\n" "$SGW4" | etc s resolv.conf
	rules r2 "input udp dport 53 drop"
	mariadb_server ""
}
