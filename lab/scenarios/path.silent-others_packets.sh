# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A silent host, while this host throws away packets of others that nobody here wants.
expect_cause=path.silent
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; nstat -asz IpInReceives IpInDelivers"
proof_match='timed out'
build() {
	net one 4
	rules s 'input drop'
	rules c 'input udp dport 9 drop'
	bg r1 - bash -c "while sleep 0.03; do printf x >/dev/udp/$C4/9; done"
}
