package edgeone.purge.code;

import edgeone.purge.code.LiteralStyle.Enclosure;
import edgeone.purge.code.LiteralStyle.Member;
import edgeone.purge.code.LiteralStyle.Words;

import java.util.Map;

/** For the vendor's SDK for Go, with its common client. */
final class GoCode {
    private static final LiteralStyle STYLE =
            new LiteralStyle(
                    Quotation.GO,
                    "    ",
                    new Enclosure("[]interface{}{", "}", "[]interface{}{}"),
                    new Enclosure("map[string]interface{}{", "}", "map[string]interface{}{}"),
                    new Member("", ": ", ""),
                    new Words("true", "false", "nil"),
                    Quotation.GO::of);

    private static final Template TEMPLATE =
            new Template(
                    """
                    // go get github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common
                    package main

                    import (
                        "fmt"
                        "log"
                        "os"

                        "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
                        tchttp "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/http"
                        "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
                    )

                    func main() {
                        credential := common.NewTokenCredential(
                            os.Getenv("TENCENTCLOUD_SECRET_ID"),
                            os.Getenv("TENCENTCLOUD_SECRET_KEY"),
                            os.Getenv("TENCENTCLOUD_TOKEN"))

                        cpf := profile.NewClientProfile()
                        cpf.HttpProfile.Endpoint = {{host}}
                    {{plain}}    client := common.NewCommonClient(credential, "", cpf)

                        request := tchttp.NewCommonRequest({{service}}, {{version}}, {{action}})
                        params := {{parameters}}
                        if err := request.SetActionParameters(params); err != nil {
                            log.Fatal(err)
                        }

                        response := tchttp.NewCommonResponse()
                        if err := client.Send(request, response); err != nil {
                            log.Fatal(err)
                        }
                        fmt.Println(string(response.GetBody()))
                    }
                    """);

    private GoCode() {}

    static String of(CodeRequest request) {
        return TEMPLATE.filled(
                Map.of(
                        "host", Quotation.GO.of(request.host()),
                        "plain", request.https() ? "" : "    cpf.HttpProfile.Scheme = \"HTTP\"\n",
                        "service", Quotation.GO.of(request.service()),
                        "version", Quotation.GO.of(request.version()),
                        "action", Quotation.GO.of(request.action()),
                        "parameters", STYLE.of(request.parameters(), "    ")));
    }
}
