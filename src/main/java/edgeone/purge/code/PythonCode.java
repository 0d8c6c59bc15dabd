package edgeone.purge.code;

import edgeone.purge.code.LiteralStyle.Enclosure;
import edgeone.purge.code.LiteralStyle.Member;
import edgeone.purge.code.LiteralStyle.Words;

import java.util.Map;

/** For the vendor's SDK for Python, with its common client. */
final class PythonCode {
    private static final LiteralStyle STYLE =
            new LiteralStyle(
                    Quotation.PYTHON,
                    "    ",
                    new Enclosure("[", "]", "[]"),
                    new Enclosure("{", "}", "{}"),
                    new Member("", ": ", ""),
                    new Words("True", "False", "None"),
                    Quotation.PYTHON::of);

    private static final Template TEMPLATE =
            new Template(
                    """
                    # pip install tencentcloud-sdk-python-common
                    import json
                    import os
                    import sys

                    from tencentcloud.common import credential
                    from tencentcloud.common.common_client import CommonClient
                    from tencentcloud.common.exception.tencent_cloud_sdk_exception import (
                        TencentCloudSDKException,
                    )
                    from tencentcloud.common.profile.client_profile import ClientProfile
                    from tencentcloud.common.profile.http_profile import HttpProfile

                    cred = credential.Credential(
                        os.environ["TENCENTCLOUD_SECRET_ID"],
                        os.environ["TENCENTCLOUD_SECRET_KEY"],
                        os.environ.get("TENCENTCLOUD_TOKEN"),
                    )

                    http_profile = HttpProfile()
                    http_profile.endpoint = {{host}}
                    {{plain}}client_profile = ClientProfile(httpProfile=http_profile)
                    client = CommonClient({{service}}, {{version}}, cred, "", client_profile)

                    params = {{parameters}}

                    try:
                        print(json.dumps(client.call_json({{action}}, params), indent=2))
                    except TencentCloudSDKException as err:
                        sys.exit(str(err))
                    """);

    private PythonCode() {}

    static String of(CodeRequest request) {
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.PYTHON.of(request.host()),
                        "plain", request.https() ? "" : "http_profile.scheme = \"http\"\n",
                        "service", Quotation.PYTHON.of(request.service()),
                        "version", Quotation.PYTHON.of(request.version()),
                        "action", Quotation.PYTHON.of(request.action()),
                        "parameters", STYLE.of(request.parameters(), "")));
    }
}
