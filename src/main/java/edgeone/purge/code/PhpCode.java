package edgeone.purge.code;

import edgeone.purge.code.LiteralStyle.Enclosure;
import edgeone.purge.code.LiteralStyle.Member;
import edgeone.purge.code.LiteralStyle.Words;

import java.util.Map;

/** For the vendor's SDK for PHP, with its common client. */
final class PhpCode {
    /** An array of PHP is a list or an object by its keys, so an object says that it is one. */
    private static final LiteralStyle STYLE =
            new LiteralStyle(
                    Quotation.PHP,
                    "    ",
                    new Enclosure("[", "]", "[]"),
                    new Enclosure("(object) [", "]", "(object) []"),
                    new Member("", " => ", ""),
                    Words.C_LIKE,
                    Quotation.PHP::of);

    private static final Template TEMPLATE =
            new Template(
                    """
                    <?php
                    // composer require tencentcloud/common
                    require_once __DIR__ . '/vendor/autoload.php';

                    use TencentCloud\\Common\\CommonClient;
                    use TencentCloud\\Common\\Credential;
                    use TencentCloud\\Common\\Profile\\ClientProfile;
                    use TencentCloud\\Common\\Profile\\HttpProfile;

                    $cred = new Credential(
                        getenv("TENCENTCLOUD_SECRET_ID"),
                        getenv("TENCENTCLOUD_SECRET_KEY"),
                        getenv("TENCENTCLOUD_TOKEN") ?: null
                    );

                    $httpProfile = new HttpProfile();
                    $httpProfile->setEndpoint({{host}});
                    {{plain}}$clientProfile = new ClientProfile();
                    $clientProfile->setHttpProfile($httpProfile);
                    $client = new CommonClient({{service}}, {{version}}, $cred, "", $clientProfile);

                    $params = {{parameters}};

                    $resp = $client->callJson({{action}}, $params);
                    echo json_encode($resp, JSON_PRETTY_PRINT), PHP_EOL;
                    """);

    private PhpCode() {}

    static String of(CodeRequest request) {
        String plain = "$httpProfile->setProtocol(HttpProfile::$REQ_HTTP);\n";
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.PHP.of(request.host()),
                        "plain", request.https() ? "" : plain,
                        "service", Quotation.PHP.of(request.service()),
                        "version", Quotation.PHP.of(request.version()),
                        "action", Quotation.PHP.of(request.action()),
                        "parameters", STYLE.of(request.parameters(), "")));
    }
}
