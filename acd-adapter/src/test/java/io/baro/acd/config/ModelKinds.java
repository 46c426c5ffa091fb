package io.baro.acd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code config/nhis/kinds.csv}: the model centre's 1,062 kinds of business. A code is area, topic, who asks and what for; an
 * objection is for the area's experts. Names follow the insurer's own services; the system behind them is ours.
 */
public final class ModelKinds {
    private static final String[] AREAS = {
        "qualification", "contribution", "benefits", "screening", "longterm-care", "certificates"
    };
    private static final String[] PERSONS = {
        "직장가입자=employee",
        "지역가입자=self-employed",
        "피부양자=dependant",
        "임의계속가입자=voluntarily insured",
        "외국인=foreign resident",
        "재외국민=national abroad"
    };
    private static final String[] PURPOSES = {"문의=question", "신청=application", "이의 신청=objection"};
    private static final String OBJECTION = "objection";

    private static final String[][] TOPICS = {
        {
            "자격 취득=acquisition of insurance",
            "자격 상실=loss of insurance",
            "피부양자 등록=registration of dependants",
            "세대 분리=separation of households",
            "주소 변경=change of address",
            "건강보험증=insurance card",
            "해외 출국=departure abroad",
            "입국 후 재취득=return from abroad",
            "군 복무=military service",
            "퇴직=retirement"
        },
        {
            "보험료 산정=assessment",
            "납부 방법=ways to pay",
            "자동이체=direct debit",
            "체납=arrears",
            "분할 납부=instalments",
            "환급금=refund",
            "소득 변동 조정=change of income",
            "재산 변동 조정=change of property",
            "보험료 경감=reduction",
            "연말정산=year-end settlement"
        },
        {
            "요양비=care expenses",
            "본인부담상한제=co-payment ceiling",
            "임신·출산 진료비=maternity costs",
            "장애인 보조기기=assistive devices",
            "산정특례=serious illness relief",
            "노인 틀니=dentures",
            "치과 임플란트=dental implants",
            "부당이득금=undue benefits",
            "상해 요인 조사=cause of injury",
            "재난적 의료비=catastrophic costs"
        },
        {
            "일반 건강검진=general check-up",
            "암 검진=cancer screening",
            "영유아 검진=infant check-up",
            "구강 검진=oral check-up",
            "학교 밖 청소년 검진=youth check-up",
            "검진 대상 확인=entitlement to check-ups",
            "검진 기관 안내=where to be examined",
            "검진 결과=results",
            "사후 관리=follow-up care",
            "금연 치료=smoking cessation"
        },
        {
            "장기요양 인정=recognition of need",
            "등급 판정=grading",
            "인정 갱신=renewal",
            "방문 요양=home care",
            "주야간 보호=day and night care",
            "단기 보호=short stay",
            "시설 급여=residential care",
            "복지용구=welfare equipment",
            "가족 요양비=family care allowance",
            "본인부담 감경=co-payment relief"
        },
        {
            "자격 득실 확인서=proof of insurance",
            "보험료 납부 확인서=proof of payment",
            "보험료 완납 증명서=proof of no arrears",
            "건강검진 결과 확인서=proof of check-up results",
            "장기요양 인정서=proof of care grade",
            "차상위 확인서=proof of low income",
            "의료비 부담 내역=statement of medical costs",
            "사업장 가입 확인서=proof of workplace insurance",
            "외국어 증명서=certificate in a foreign language"
        }
    };

    private ModelKinds() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("# The model centre's 1,062 kinds of business. Made by ModelKinds in the adapter's tests.");
        lines.add("# Code: area, topic (2 digits), who asks, what for. It follows the dialled number behind a *.");
        lines.add("code,queue,ko,en");
        for (int area = 0; area < AREAS.length; area++) {
            for (int topic = 0; topic < TOPICS[area].length; topic++) {
                addTopic(area, topic, lines);
            }
        }
        return lines;
    }

    private static void addTopic(int area, int topic, List<String> lines) {
        for (int person = 0; person < PERSONS.length; person++) {
            for (int purpose = 0; purpose < PURPOSES.length; purpose++) {
                lines.add(line(area, topic, person, purpose));
            }
        }
    }

    private static String line(int area, int topic, int person, int purpose) {
        String code = String.format("%d%02d%d%d", area + 1, topic + 1, person + 1, purpose + 1);
        boolean hard = PURPOSES[purpose].endsWith(OBJECTION);
        String queue = hard ? AREAS[area] + "-expert" : AREAS[area];
        String korean =
                half(PERSONS[person], 0) + " " + half(TOPICS[area][topic], 0) + " " + half(PURPOSES[purpose], 0);
        String english =
                half(TOPICS[area][topic], 1) + " - " + half(PERSONS[person], 1) + " - " + half(PURPOSES[purpose], 1);
        return code + "," + queue + "," + korean + "," + english;
    }

    private static String half(String pair, int half) {
        return pair.split("=", -1)[half];
    }

    /** Writes the file: {@code java ... io.baro.acd.config.ModelKinds config/nhis/kinds.csv}. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), lines());
    }
}
