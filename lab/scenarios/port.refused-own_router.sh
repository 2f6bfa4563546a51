# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A closed port of the router's own public address: nothing says that it is meant to be led inside.
# shellcheck source=lab/outer.sh
. "$LAB/outer.sh"
expect_cause=port.refused
expect_json="$OWN is this network's own router"
target=tcp://$OWN:$PORT
proof="nc -vz -w2 $OWN $PORT; nc -vz -w2 $OWN 8443"
proof_match='refused.*succeeded'
build() {
	net near 4
	tcp -h r1 8443 silent
	outer
}
