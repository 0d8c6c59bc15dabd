package edgeone.purge.code;

import edgeone.purge.code.LiteralStyle.Enclosure;
import edgeone.purge.code.LiteralStyle.Member;
import edgeone.purge.code.LiteralStyle.Words;

import java.util.Map;

/** For the vendor's SDK for .NET, with its common client. */
final class DotnetCode {
    private static final LiteralStyle STYLE =
            new LiteralStyle(
                    Quotation.JSON,
                    "    ",
                    new Enclosure("new List<object>\n{", "}", "new List<object>()"),
                    new Enclosure(
                            "new Dictionary<string, object>\n{",
                            "}",
                            "new Dictionary<string, object>()"),
                    new Member("{ ", ", ", " }"),
                    Words.C_LIKE,
                    Quotation.JSON::of);

    private static final Template TEMPLATE =
            new Template(
                    """
                    // dotnet add package TencentCloudSDK.Common
                    using System;
                    using System.Collections.Generic;
                    using TencentCloud.Common;
                    using TencentCloud.Common.Profile;

                    class Sample
                    {
                        static void Main()
                        {
                            var cred = new Credential
                            {
                                SecretId = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_ID"),
                                SecretKey = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_KEY"),
                                Token = Environment.GetEnvironmentVariable("TENCENTCLOUD_TOKEN")
                            };

                            var httpProfile = new HttpProfile();
                            httpProfile.Endpoint = {{host}};
                    {{plain}}        var clientProfile = new ClientProfile();
                            clientProfile.SignMethod = ClientProfile.SIGN_TC3SHA256;
                            clientProfile.HttpProfile = httpProfile;
                            var client = new CommonClient({{service}}, {{version}}, cred, "", clientProfile);

                            var parameters = {{parameters}};

                            Console.WriteLine(client.Call(new CommonRequest(parameters), {{action}}));
                        }
                    }
                    """);

    private DotnetCode() {}

    static String of(CodeRequest request) {
        String plain = "        httpProfile.Protocol = HttpProfile.REQ_HTTP;\n";
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.JSON.of(request.host()),
                        "plain", request.https() ? "" : plain,
                        "service", Quotation.JSON.of(request.service()),
                        "version", Quotation.JSON.of(request.version()),
                        "action", Quotation.JSON.of(request.action()),
                        "parameters", STYLE.of(request.parameters(), "        ")));
    }
}
