package edgeone.purge.code;

import edgeone.purge.code.LiteralStyle.Enclosure;
import edgeone.purge.code.LiteralStyle.Member;
import edgeone.purge.code.LiteralStyle.Words;

import java.util.Map;

/** For the vendor's SDK for Node.js, with the client of the product. */
final class NodeCode {
    private static final LiteralStyle STYLE =
            new LiteralStyle(
                    Quotation.JSON,
                    "  ",
                    new Enclosure("[", "]", "[]"),
                    new Enclosure("{", "}", "{}"),
                    new Member("", ": ", ""),
                    Words.C_LIKE,
                    NodeCode::name);

    private static final Template TEMPLATE =
            new Template(
                    """
                    // npm install tencentcloud-sdk-nodejs-{{service}}
                    const tencentcloud = require("tencentcloud-sdk-nodejs-{{service}}");

                    const Client = tencentcloud.{{service}}.{{version}}.Client;

                    const client = new Client({
                      credential: {
                        secretId: process.env.TENCENTCLOUD_SECRET_ID,
                        secretKey: process.env.TENCENTCLOUD_SECRET_KEY,
                        token: process.env.TENCENTCLOUD_TOKEN,
                      },
                      region: "",
                      profile: {
                        httpProfile: {
                          endpoint: {{host}},
                    {{plain}}    },
                      },
                    });

                    const params = {{parameters}};

                    client.{{action}}(params).then(
                      (data) => {
                        console.log(JSON.stringify(data, null, 2));
                      },
                      (err) => {
                        console.error(err);
                        process.exitCode = 1;
                      },
                    );
                    """);

    private NodeCode() {}

    static String of(CodeRequest request) {
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.JSON.of(request.host()),
                        "plain", request.https() ? "" : "      protocol: \"http://\",\n",
                        "service", request.service(),
                        "version", "v" + request.version().replace("-", ""),
                        "action", request.action(),
                        "parameters", STYLE.of(request.parameters(), "")));
    }

    /** Without brackets this name would not make a member, but set the prototype. */
    private static String name(String name) {
        String quoted = Quotation.JSON.of(name);
        return name.equals("__proto__") ? "[" + quoted + "]" : quoted;
    }
}
