# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall drops everything, echo too.
expect_cause=path.silent
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $S4; ping -c1 -W1 $SGW4"
proof_match='timed out.*100% packet loss.* 0% packet loss'
build() {
	net far
	http "$PORT"
	rules s 'input drop'
}
