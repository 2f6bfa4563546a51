# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is revoked, and the server's stapled OCSP answer says so.
expect_status="degraded failed" expect_cause=tls.revoked
target=https://$NAME/
proof="openssl s_client -connect $NAME:443 -servername $NAME -status </dev/null 2>&1"
proof_match='Cert Status: revoked'
build() {
	net far
	site
	openssl ca -config "$DIR/leaf.cnf" -cert "$DIR/ca.crt" -keyfile "$DIR/ca.key" -revoke "$DIR/leaf.crt" >/dev/null
	openssl ocsp -index "$DIR/leaf.db" -CA "$DIR/ca.crt" -rsigner "$DIR/ca.crt" -rkey "$DIR/ca.key" \
		-issuer "$DIR/ca.crt" -cert "$DIR/leaf.crt" -respout "$DIR/leaf.ocsp" -ndays 3 >/dev/null
	https leaf 443 "return 200 'hello\n';" "ssl_stapling on; ssl_stapling_file $DIR/leaf.ocsp;"
}
