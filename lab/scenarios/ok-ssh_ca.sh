# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No known_hosts line names the host: a certificate authority vouches for it, and another for the user.
expect_status=ok
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key id_rsa rsa
	ssh-keygen -q -t ed25519 -N '' -f "$DIR/ca"
	ssh-keygen -q -t ed25519 -N '' -C '' -f "$DIR/sshd-s-22.key"
	ssh-keygen -q -s "$DIR/ca" -h -I host -n "$NAME" "$DIR/sshd-s-22.key.pub"
	ssh-keygen -q -s "$DIR/ca" -I me -n deploy "$DIR/home/.ssh/id_rsa.pub"
	chown 65534:65534 "$DIR/home/.ssh/id_rsa-cert.pub"
	sshd "HostCertificate $DIR/sshd-s-22.key-cert.pub" "TrustedUserCAKeys $DIR/ca.pub"
	echo "@cert-authority *.${NAME#*.} $(cat "$DIR/ca.pub")" >"$DIR/home/.ssh/known_hosts"
	chmod 644 "$DIR/home/.ssh/known_hosts"
}
