# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The gateway drops hellos with this name ; a broker that speaks TLS 1.2.
expect_cause=path.sni_filter
target=tls://$NAME:8883
proof="curl -sS -m 3 https://$NAME:8883/; openssl s_client -connect $S4:8883 -noservername </dev/null 2>&1 | grep -c CERTIFICATE"
proof_match='curl: \(28\).*\n[12]'
build() {
	net one
	site key=rsa:2048
	https leaf 8883 'return 200;' 'ssl_protocols TLSv1.2;'
	on r1 iptables -A FORWARD -p tcp --dport 8883 -m string --algo bm --string "$NAME" -j DROP
	on r1 ip6tables -A FORWARD -p tcp --dport 8883 -m string --algo bm --string "$NAME" -j DROP
}
