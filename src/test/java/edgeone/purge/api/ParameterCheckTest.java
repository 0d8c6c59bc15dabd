package edgeone.purge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import edgeone.purge.api.value.JsonFault;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/** What the description says against requests, and against texts that are none. */
final class ParameterCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_all"}|``
                    CreatePurgeTask|{"ZoneId":"z"}|MISSING Type
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge"}|VALUE Type
                    CreatePurgeTask|{"ZoneId":1,"Type":"purge_all"}|TYPE ZoneId
                    CreatePurgeTask|{"ZoneId":null,"Type":"purge_all"}|TYPE ZoneId
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_url","Targets":[]}|LENGTH Targets
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_url","Targets":"a"}|TYPE Targets
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_url","Targets":["a",2]}|TYPE Targets.1
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_all","zoneid":"z"}|UNKNOWN zoneid
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_all","CacheTag":{}}|MISSING CacheTag.Domains
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_all","CacheTag":{"Domains":["a"],"X":1}}|UNKNOWN CacheTag.X
                    CreatePurgeTask|{"ZoneId":"z","Type":"purge_all","EncodeUrl":"true"}|TYPE EncodeUrl
                    DescribeZones|{}|``
                    DescribeZones|{"Limit":100,"Offset":0}|``
                    DescribeZones|{"Limit":101}|BOUNDS Limit
                    DescribeZones|{"Limit":0}|BOUNDS Limit
                    DescribeZones|{"Limit":1.5}|TYPE Limit
                    DescribeZones|{"Offset":-1}|BOUNDS Offset
                    DescribeZones|{"Filters":[{"Name":"zone-name","Values":["a","b"],"Fuzzy":true}]}|``
                    DescribeZones|{"Filters":[{"Name":"zone-id","Values":["a"],"Fuzzy":true}]}|FUZZY Filters.0.Fuzzy
                    DescribeZones|{"Filters":[{"Name":"name","Values":["a"]}]}|VALUE Filters.0.Name
                    DescribeZones|{"Filters":[{"Values":["a"]}]}|MISSING Filters.0.Name
                    DescribePurgeTasks|{"ZoneId":"z","Filters":[{"Name":"job-id","Values":["a","b"]}]}|LENGTH Filters.0.Values
                    DescribePurgeTasks|{"ZoneId":"z","Filters":[{"Name":"statuses","Values":["done"]}]}|VALUE Filters.0.Values.0
                    DescribePurgeTasks|{"ZoneId":"z","StartTime":"2026-01-01T00:00:00+08:00"}|``
                    DescribePurgeTasks|{"ZoneId":"z","StartTime":"2026-01-01"}|TIME StartTime
                    """)
    void findings(String action, String parameters, String found) throws Exception {
        assertThat(
                        ParameterCheck.of(
                                        ApiDescription.teo().action(action).orElseThrow(),
                                        JsonReading.object(parameters))
                                .stream()
                                .map(f -> f.problem() + " " + f.path())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``|CUT|1|1
                    {"a":1|CUT|1|7
                    {"a":}|SYNTAX|1|6
                    {'a':1}|SYNTAX|1|2
                    [1]|NOT_AN_OBJECT|1|1
                    "a"|NOT_AN_OBJECT|1|1
                    {} {}|NOT_AN_OBJECT|1|4
                    {"a":1,"a":2}|TWICE|1|8
                    {"a":"\\ud800"}|HALF_CHARACTER|1|6
                    {"\\udc00a":1}|HALF_CHARACTER|1|2
                    {"a":99999999999999999999}|NUMBER|1|6
                    {"a":1e999}|NUMBER|1|6
                    """)
    void textsThatAreNoRequest(String text, JsonFault fault, int line, int column) {
        JsonFaultException e =
                catchThrowableOfType(
                        JsonFaultException.class,
                        () -> JsonReading.object(text == null ? "" : text));
        assertThat(e.fault()).isEqualTo(fault);
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
    }
}
