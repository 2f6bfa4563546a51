# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts line leads to a machine where nothing listens on that port.
expect_cause=name.hosts_override
target=http://$NAME:$PORT/
proof="getent ahostsv4 $NAME; curl -sS -m 5 $target; curl -sS http://$S4:$PORT/"
proof_match='connect to server.*hello'
build() {
	net one
	dns
	http "$PORT"
	hosts "$D4 $NAME"
}
