# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Sockets of IPv6 are forbidden; the target has IPv4 alone.
expect_status=ok
target=http://$NAME/
wrap=($PYTHON "$SERVERS/deny.py" socket EACCES 10)
proof="${wrap[*]} curl -sS http://[$S6]/; ${wrap[*]} curl -sS $target"
proof_match='Couldn.t connect.*hello'
build() {
	net far
	dns "host-record=$NAME,$S4"
	http
}
