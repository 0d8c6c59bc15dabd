package edgeone.purge.code;

import edgeone.purge.api.value.JsonWriting;

import java.util.Map;

/** A script for a POSIX shell that signs with openssl and sends with curl. */
final class CurlCode {
    /**
     * Keys and tokens never become arguments of a program: {@code printf} is part of the shell, and
     * curl reads its headers from a file descriptor.
     */
    private static final Template TEMPLATE =
            new Template(
                    """
                    #!/bin/sh
                    # Needs curl and openssl, and the key in TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and,
                    # for a temporary key, TENCENTCLOUD_TOKEN.
                    set -eu

                    url={{url}}
                    host={{host}}
                    body={{body}}

                    hex() {
                        od -An -v -tx1 | tr -d ' \\t\\n'
                    }

                    sha256() {
                        openssl dgst -sha256 -binary | hex
                    }

                    # bytes HEX XOR COUNT: the bytes that HEX names, then zeros; each is combined with XOR.
                    bytes() {
                        left=$1 octal='' count=$3
                        while [ "$count" -gt 0 ]; do
                            pair=${left%"${left#??}"} left=${left#??}
                            byte=$((0x${pair:-0} ^ $2)) count=$((count - 1))
                            octal="$octal\\\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
                        done
                        printf "$octal"
                    }

                    # hmac KEY TEXT: HMAC-SHA256 in hex; KEY is hex. Done by hand because openssl would take the key as
                    # an argument, which every user of this machine can read.
                    hmac() {
                        if [ ${#1} -gt 128 ]; then
                            set -- "$(bytes "$1" 0 $((${#1} / 2)) | sha256)" "$2"
                        fi
                        inner=$({ bytes "$1" 54 64 && printf %s "$2"; } | sha256)
                        { bytes "$1" 92 64 && bytes "$inner" 0 32; } | sha256
                    }

                    set -- $(date -u '+%s %Y-%m-%d')
                    timestamp=$1 date=$2
                    scope=$date/{{service}}/tc3_request
                    request="POST
                    /

                    content-type:application/json; charset=utf-8
                    host:$host

                    content-type;host
                    $(printf %s "$body" | sha256)"
                    text="TC3-HMAC-SHA256
                    $timestamp
                    $scope
                    $(printf %s "$request" | sha256)"

                    key=$(printf TC3%s "$TENCENTCLOUD_SECRET_KEY" | hex)
                    key=$(hmac "$key" "$date")
                    key=$(hmac "$key" {{service}})
                    key=$(hmac "$key" tc3_request)
                    signature=$(hmac "$key" "$text")

                    printf %s "$body" | curl -sS "$url" --data-binary @- -H @/dev/fd/3 3<<END
                    Authorization: TC3-HMAC-SHA256 Credential=$TENCENTCLOUD_SECRET_ID/$scope, SignedHeaders=content-type;host, Signature=$signature
                    Content-Type: application/json; charset=utf-8
                    X-TC-Action: {{action}}
                    X-TC-Version: {{version}}
                    X-TC-Timestamp: $timestamp
                    X-TC-Token: ${TENCENTCLOUD_TOKEN:-}
                    END
                    """);

    private CurlCode() {}

    static String of(CodeRequest request) {
        String scheme = request.https() ? "https://" : "http://";
        return TEMPLATE.filled(
                Map.of(
                        "url", ShellText.of(scheme + request.host() + "/"),
                        "host", ShellText.of(request.host()),
                        "service", request.service(),
                        "version", request.version(),
                        "action", request.action(),
                        "body",
                                ShellText.of(
                                        new JsonWriting(Quotation.JSON::of)
                                                .text(request.parameters()))));
    }
}
