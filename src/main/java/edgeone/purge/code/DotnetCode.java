package edgeone.purge.code;

import java.util.Locale;
import java.util.Map;

/**
 * For the vendor's SDK for .NET, with the client of the product: its common client would write a
 * text that looks like a time in another time zone.
 */
final class DotnetCode {
    private static final Template TEMPLATE =
            new Template(
                    """
                    // dotnet add package TencentCloudSDK.{{product}}
                    using System;
                    using TencentCloud.Common;
                    using TencentCloud.Common.Profile;
                    using TencentCloud.{{product}}.{{version}};
                    using TencentCloud.{{product}}.{{version}}.Models;

                    class Sample
                    {
                        static void Main()
                        {
                            Credential cred = new Credential
                            {
                                SecretId = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_ID"),
                                SecretKey = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_KEY"),
                                Token = Environment.GetEnvironmentVariable("TENCENTCLOUD_TOKEN")
                            };

                            HttpProfile httpProfile = new HttpProfile();
                            httpProfile.Endpoint = {{host}};
                    {{plain}}        ClientProfile clientProfile = new ClientProfile();
                            clientProfile.SignMethod = ClientProfile.SIGN_TC3SHA256;
                            clientProfile.HttpProfile = httpProfile;
                            {{product}}Client client = new {{product}}Client(cred, "", clientProfile);

                            string strParams = string.Concat(
                                {{parameters}});

                            {{action}}Request req = AbstractModel.FromJsonString<{{action}}Request>(strParams);
                            {{action}}Response resp = client.{{action}}Sync(req);
                            Console.WriteLine(AbstractModel.ToJsonString(resp));
                        }
                    }
                    """);

    private DotnetCode() {}

    static String of(CodeRequest request) {
        String plain = "        httpProfile.Protocol = HttpProfile.REQ_HTTP;\n";
        String product = request.service();
        return TEMPLATE.filled(
                Map.of(
                        "host",
                        Quotation.JSON.of(request.host()),
                        "plain",
                        request.https() ? "" : plain,
                        "product",
                        product.substring(0, 1).toUpperCase(Locale.ROOT) + product.substring(1),
                        "version",
                        "V" + request.version().replace("-", ""),
                        "action",
                        request.action(),
                        "parameters",
                        JsonPieces.of(request.parameters(), Quotation.JSON, " ".repeat(12))));
    }
}
